revision 'd113'

upgrade {
    use(Cat) { execute 'x' }
}
downgrade { }

class Cat { static String foo(String s) { s } }
