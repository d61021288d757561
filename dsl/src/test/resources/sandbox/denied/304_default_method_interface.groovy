revision 'd304'

upgrade {
    execute new D().hello()
}
downgrade { }

interface Hello { default String hello() { System.getProperty('user.home') } }
class D implements Hello { }
