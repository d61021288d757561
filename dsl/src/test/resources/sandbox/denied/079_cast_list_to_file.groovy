revision 'd079'

upgrade {
    def f = (FileOutputStream) ['target/pwned']
    execute 'x'
}
downgrade { }
