revision 'd083'

upgrade {
    for (File f in [['target/pwned']]) { execute f.text }
}
downgrade { }
