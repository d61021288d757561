revision 'd138'

upgrade {
    execute 'x'
}
downgrade { }

@groovy.transform.AnnotationCollector
@interface X { }
