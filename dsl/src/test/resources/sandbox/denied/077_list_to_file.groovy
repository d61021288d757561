revision 'd077'

upgrade {
    FileOutputStream f = ['target/pwned']
    execute 'x'
}
downgrade { }
