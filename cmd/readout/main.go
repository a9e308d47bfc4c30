// Command readout reads press articles and communiqués and keeps the record of
// who said what to whom, when, and on whose word.
package main

func main() {}
