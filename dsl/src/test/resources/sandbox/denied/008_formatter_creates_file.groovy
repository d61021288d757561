revision 'd008'

upgrade {
    new Formatter('target/pwned').close()
}
downgrade { }
