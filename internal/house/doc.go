// Package house holds the tests of the house rules: who may import whom, that
// packages and exported names are documented, that files and functions stay
// small, and that every command is described.
package house
