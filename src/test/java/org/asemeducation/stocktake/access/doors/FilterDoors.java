package org.asemeducation.stocktake.access.doors;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import jakarta.servlet.Filter;
import jakarta.servlet.ServletContext;

import org.springframework.security.web.FilterChainProxy;

/**
 * Filters and servlets answer too, and nothing lists what: so each is known here by its
 * name, with the doors that it opens. One that is not known fails the build.
 */
final class FilterDoors {

	private static final String APPLICATIONS = "/camunda/app/{app}/{engine}/";

	private static final Map<String, List<Door>> FILTERS = Map.ofEntries(
			opens("Engines Filter", new Door("GET", APPLICATIONS), new Door("GET", "/camunda/app/{app}/")),
			opens("AppendTrailingSlashFilter", new Door("GET", "/camunda/app/{app}")), opens("requestContextFilter"),
			opens("Security Filter"), opens("Tomcat WebSocket (JSR356) Filter"), opens("forwardedHeaderFilter"),
			opens("CsrfPreventionFilter"), opens("EmptyBodyFilter"), opens("characterEncodingFilter"),
			opens("CacheControlFilter"), opens("engineCallGuard"), opens("plainEngineErrors"),
			opens("Authentication Filter"), opens("HttpHeaderSecurity"), opens("springSecurityFilterChain"),
			opens("formContentFilter"), opens("pageNonce"), opens("SessionCookieFilter"), opens("webappSignIn"),
			opens("contentTags"), opens("plainRequests"), opens("springSessionRepositoryFilter"),
			opens("webMvcObservationFilter"));

	private static final Map<String, List<Door>> SECURITY = Map.ofEntries(
			opens("UsernamePasswordAuthenticationFilter", new Door("POST", "/login")),
			opens("LogoutFilter", new Door("POST", "/logout")), opens("DisableEncodeUrlFilter"),
			opens("WebAsyncManagerIntegrationFilter"), opens("SecurityContextHolderFilter"), opens("ClosedDoors"),
			opens("ActiveAccountFilter"), opens("RequestCacheAwareFilter"), opens("AnonymousAuthenticationFilter"),
			opens("SecurityContextHolderAwareRequestFilter"), opens("ExceptionTranslationFilter"),
			opens("AuthorizationFilter"), opens("HeaderWriterFilter"), opens("CsrfFilter"),
			opens("SessionManagementFilter"));

	private static final Set<String> SERVLETS = Set.of("dispatcherServlet", "Cockpit Api", "Engine Api", "Welcome Api",
			"Tasklist Api", "Admin Api");

	private FilterDoors() {
	}

	static Set<Door> of(ServletContext context, FilterChainProxy security) {
		Set<Door> doors = new TreeSet<>();
		context.getServletRegistrations()
			.keySet()
			.stream()
			.filter((servlet) -> !SERVLETS.contains(servlet))
			.findFirst()
			.ifPresent((servlet) -> unknown("servlet", servlet));
		context.getFilterRegistrations().keySet().forEach((filter) -> doors.addAll(known("filter", FILTERS, filter)));
		security.getFilterChains().forEach((chain) -> {
			for (Filter filter : chain.getFilters()) {
				doors.addAll(known("security filter", SECURITY, filter.getClass().getSimpleName()));
			}
		});
		return doors;
	}

	private static List<Door> known(String kind, Map<String, List<Door>> known, String name) {
		if (!known.containsKey(name)) {
			unknown(kind, name);
		}
		return known.get(name);
	}

	private static void unknown(String kind, String name) {
		throw new AssertionError("There is a new %s, \"%s\": say in FilterDoors which addresses it answers by itself."
			.formatted(kind, name));
	}

	private static Map.Entry<String, List<Door>> opens(String filter, Door... doors) {
		return Map.entry(filter, List.of(doors));
	}

}
