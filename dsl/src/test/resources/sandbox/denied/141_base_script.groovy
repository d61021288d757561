import groovy.transform.BaseScript

revision 'd141'

upgrade {
    execute 'x'
}
downgrade { }

@BaseScript Script s
