revision 'd001'

upgrade {
    new File('target/pwned').text = 'x'
}
downgrade { }
