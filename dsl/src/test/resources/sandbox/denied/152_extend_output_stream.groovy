revision 'd152'

upgrade {
    new O()
}
downgrade { }

class O extends FileOutputStream { O() { super('target/pwned') } }
