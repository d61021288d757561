revision 'd132'

upgrade {
    dev.retort.sandbox.runtime.ByName.getAt('x', 'class')
}
downgrade { }
