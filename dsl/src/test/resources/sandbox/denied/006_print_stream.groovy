revision 'd006'

upgrade {
    new PrintStream('target/pwned')
}
downgrade { }
