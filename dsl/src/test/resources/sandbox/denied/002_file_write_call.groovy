revision 'd002'

upgrade {
    new File('target/pwned').write('x')
}
downgrade { }
