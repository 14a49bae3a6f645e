package org.asemeducation.stocktake.access.doors;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import jakarta.ws.rs.core.Application;
import org.glassfish.jersey.server.model.Resource;
import org.glassfish.jersey.server.model.ResourceMethod;

/**
 * The doors of the REST interfaces that Camunda registers: whatever servlet has an
 * application of JAX-RS is asked for its classes, and those for their methods, through
 * all sub-resources.
 */
final class CamundaDoors {

	private static final String APPLICATION = "jakarta.ws.rs.Application";

	private static final int DEEPEST = 8;

	private final Set<Door> doors = new TreeSet<>();

	private CamundaDoors() {
	}

	static Set<Door> of(ServletContext context) {
		CamundaDoors found = new CamundaDoors();
		context.getServletRegistrations()
			.values()
			.stream()
			.filter((servlet) -> servlet.getInitParameter(APPLICATION) != null)
			.forEach(found::add);
		return found.doors;
	}

	private void add(ServletRegistration servlet) {
		Application application = (Application) instance(servlet.getInitParameter(APPLICATION));
		Collection<String> roots = servlet.getMappings();
		for (Class<?> type : application.getClasses()) {
			Resource resource = Resource.from(type, true);
			if (resource != null && Resource.getPath(type) != null) {
				roots.forEach((root) -> add(join(root.replaceAll("/\\*$", ""), resource.getPath()), resource, 0));
			}
		}
	}

	private void add(String path, Resource resource, int depth) {
		if (depth > DEEPEST) {
			throw new IllegalStateException("The resources below %s have no end.".formatted(path));
		}
		for (ResourceMethod method : resource.getResourceMethods()) {
			this.doors.add(new Door(method.getHttpMethod(), path));
		}
		if (resource.getResourceLocator() != null) {
			Class<?> behind = resource.getResourceLocator().getInvocable().getRawResponseType();
			Resource found = Resource.from(behind, true);
			if (found == null) {
				throw new IllegalStateException("It is not known what %s behind %s answers.".formatted(behind, path));
			}
			add(path, found, depth + 1);
		}
		for (Resource child : resource.getChildResources()) {
			add(join(path, child.getPath()), child, depth + 1);
		}
	}

	private static String join(String root, String path) {
		String rest = path.replaceAll("\\{\\s*(\\w+)\\s*(:[^{}]*)?}", "{$1}");
		return rest.isEmpty() || rest.equals("/") ? root : root + (rest.startsWith("/") ? rest : "/" + rest);
	}

	private static Object instance(String type) {
		try {
			return Class.forName(type).getDeclaredConstructor().newInstance();
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
