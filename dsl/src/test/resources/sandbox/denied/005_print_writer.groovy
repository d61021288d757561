revision 'd005'

upgrade {
    new PrintWriter('target/pwned').close()
}
downgrade { }
