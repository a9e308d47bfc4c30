package cli

import (
	"strings"

	"github.com/spf13/cobra"
)

// translate puts the help's own words into the user's language.
func (a *app) translate(root *cobra.Command) {
	root.InitDefaultHelpCmd()
	root.SetUsageTemplate(strings.NewReplacer(
		"Usage:", a.say.T("help.usage"),
		"Available Commands:", a.say.T("help.commands"),
		"Global Flags:", a.say.T("help.global"),
		"Flags:", a.say.T("help.flags"),
		"[command]", a.say.T("help.command"),
		"for more information about a command.", a.say.T("help.more"),
		"Use \"", a.say.T("help.use")+" \"",
	).Replace(root.UsageTemplate()))
	a.translateFlags(root)
}

func (a *app) translateFlags(c *cobra.Command) {
	c.InitDefaultHelpFlag()
	c.InitDefaultVersionFlag()
	for name, key := range map[string]string{"help": "help.short", "version": "help.version"} {
		if f := c.Flags().Lookup(name); f != nil {
			f.Usage = a.say.T(key)
		}
	}
	if c.Name() == "help" {
		c.Short = a.say.T("help.short")
		c.Long = c.Short
	}
	for _, sub := range c.Commands() {
		a.translateFlags(sub)
	}
}
