revision 'd090'

upgrade {
    FileOutputStream[] f = [['target/pwned']]
    execute 'x'
}
downgrade { }
