revision 'd023'

upgrade {
    new ProcessBuilder('touch', 'target/pwned').start()
}
downgrade { }
