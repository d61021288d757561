revision 'd132'

upgrade {
    dev.retort.internal.sandbox.runtime.ByName.getAt('x', 'class')
}
downgrade { }
