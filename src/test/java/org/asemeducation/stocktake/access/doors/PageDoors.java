package org.asemeducation.stocktake.access.doors;

import java.util.Set;
import java.util.TreeSet;

import org.springframework.context.ApplicationContext;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.function.support.RouterFunctionMapping;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

/**
 * The doors of Spring: our controllers, Actuator's endpoints and whatever else maps
 * requests. A kind of mapping that is not known here is not passed over.
 */
final class PageDoors {

	private static final Set<String> ALL_METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE");

	private PageDoors() {
	}

	static Set<Door> of(ApplicationContext context) {
		Set<Door> doors = new TreeSet<>();
		context.getBeansOfType(HandlerMapping.class).forEach((name, mapping) -> {
			if (mapping instanceof RequestMappingInfoHandlerMapping methods) {
				methods.getHandlerMethods().keySet().forEach((info) -> add(info, doors));
			}
			else if (mapping instanceof AbstractUrlHandlerMapping addresses) {
				addresses.getHandlerMap()
					.forEach((path, handler) -> doors
						.add(new Door((handler instanceof ResourceHttpRequestHandler) ? "FILES" : "GET", path)));
			}
			else if (mapping instanceof RouterFunctionMapping functions) {
				if (functions.getRouterFunction() != null) {
					throw new IllegalStateException("Nobody here knows how to list the routes of " + name);
				}
			}
			else if (!name.equals("welcomePageHandlerMapping")) {
				throw new IllegalStateException("Nobody here knows how to list the doors of " + name);
			}
		});
		return doors;
	}

	private static void add(RequestMappingInfo info, Set<Door> doors) {
		Set<RequestMethod> asked = info.getMethodsCondition().getMethods();
		Set<String> methods = asked.isEmpty() ? ALL_METHODS
				: Set.copyOf(asked.stream().map(RequestMethod::name).toList());
		for (String path : info.getPatternValues()) {
			String plain = path.replaceAll("\\{(\\w+):[^{}]*(\\{[^{}]*})?}", "{$1}");
			methods.forEach((method) -> doors.add(new Door(method, plain.isEmpty() ? "/" : plain)));
		}
	}

}
