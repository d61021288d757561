revision 'd091'

upgrade {
    def f = 'target/pwned' as File
    execute f.text
}
downgrade { }
