revision 'd080'

upgrade {
    execute make().toString()
}
downgrade { }

File make() { ['target/pwned'] }
