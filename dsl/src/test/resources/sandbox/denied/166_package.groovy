package groovy.util

revision 'd166'

upgrade {
    execute 'x'
}
downgrade { }

class Eval { static Object me(String s) { null } }
