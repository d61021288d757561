package shop;

import java.util.List;
import org.springframework.data.repository.Repository;

interface ProjectRepository extends Repository<Project, Long> {

    List<Project> findByOrderById();
}
