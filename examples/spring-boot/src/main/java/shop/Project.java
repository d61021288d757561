package shop;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity
@Table(name = "projects")
class Project {

    @Id
    Long id;

    @Column(length = 200, nullable = false)
    String name;

    @Column(length = 10, nullable = false)
    String priority;
}
