revision 'd097'

upgrade {
    def (FileOutputStream f, String s) = [['target/pwned'], 'x']
    execute s
}
downgrade { }
