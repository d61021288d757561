revision 'd084'

upgrade {
    Map<String, FileOutputStream> m = [:]
    m.x = ['target/pwned']
    execute 'x'
}
downgrade { }
