revision 'd078'

upgrade {
    def f = ['target/pwned'] as FileOutputStream
    execute 'x'
}
downgrade { }
