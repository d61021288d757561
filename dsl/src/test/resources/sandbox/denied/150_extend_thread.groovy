revision 'd150'

upgrade {
    new T().start()
}
downgrade { }

class T extends Thread { void run() { System.setProperty('retort.pwned', 'x') } }
