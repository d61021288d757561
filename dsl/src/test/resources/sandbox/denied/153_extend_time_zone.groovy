revision 'd153'

upgrade {
    Z.setDefault(null)
}
downgrade { }

class Z extends SimpleTimeZone { Z() { super(0, 'x') } }
