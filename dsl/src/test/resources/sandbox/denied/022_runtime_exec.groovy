revision 'd022'

upgrade {
    Runtime.getRuntime().exec('touch target/pwned')
}
downgrade { }
