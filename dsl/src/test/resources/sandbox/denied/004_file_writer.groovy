revision 'd004'

upgrade {
    new FileWriter('target/pwned').close()
}
downgrade { }
