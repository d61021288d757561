package shop;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ProjectController {

    private final ProjectRepository projects;

    ProjectController(ProjectRepository projects) {
        this.projects = projects;
    }

    @GetMapping("/projects")
    List<String> projects() {
        return projects.findByOrderById().stream()
                .map(project -> project.name + ", " + project.priority)
                .toList();
    }
}
