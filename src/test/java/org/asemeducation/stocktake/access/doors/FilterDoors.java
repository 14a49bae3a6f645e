package org.asemeducation.stocktake.access.doors;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

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
			opens("contentTags"), opens("PlainRequests"), opens("springSessionRepositoryFilter"),
			opens("sessionRepositoryFilter"), opens("webMvcObservationFilter"), opens("RequestLog"),
			opens("pageHeaders"), opens("tokenFollowsSession"), opens("WebTags"), opens("serverHttpObservationFilter"));

	private static final Map<String, List<Door>> SECURITY = Map.ofEntries(
			opens("UsernamePasswordAuthenticationFilter", new Door("POST", "/login")),
			opens("LogoutFilter", new Door("POST", "/logout")), opens("DisableEncodeUrlFilter"),
			opens("WebAsyncManagerIntegrationFilter"), opens("SecurityContextHolderFilter"), opens("ClosedDoors"),
			opens("ActiveAccountFilter"), opens("RequestCacheAwareFilter"), opens("AnonymousAuthenticationFilter"),
			opens("SecurityContextHolderAwareRequestFilter"), opens("ExceptionTranslationFilter"),
			opens("AuthorizationFilter"), opens("HeaderWriterFilter"), opens("CsrfFilter"),
			opens("SessionManagementFilter"), opens("Watchers"),
			opens("OAuth2AuthorizationRequestRedirectFilter", new Door("GET", "/oauth2/authorization/{provider}")),
			opens("OAuth2LoginAuthenticationFilter", new Door("GET", "/login/oauth2/code/{provider}")));

	private static final Set<String> SERVLETS = Set.of("dispatcherServlet", "Cockpit Api", "Engine Api", "Welcome Api",
			"Tasklist Api", "Admin Api");

	private FilterDoors() {
	}

	static Set<Door> of(ServletContext context, FilterChainProxy security) {
		Set<Door> doors = new TreeSet<>();
		Set<String> unknown = new TreeSet<>(context.getServletRegistrations().keySet());
		unknown.removeAll(SERVLETS);
		context.getFilterRegistrations().keySet().forEach((filter) -> add(filter, FILTERS, doors, unknown));
		security.getFilterChains()
			.stream()
			.flatMap((chain) -> chain.getFilters().stream())
			.forEach((filter) -> add(filter.getClass().getSimpleName(), SECURITY, doors, unknown));
		if (!unknown.isEmpty()) {
			throw new AssertionError(
					"There are new filters or servlets, %s: say in FilterDoors which addresses each answers by itself."
						.formatted(unknown));
		}
		return doors;
	}

	private static void add(String full, Map<String, List<Door>> known, Set<Door> doors, Set<String> unknown) {
		String name = full.substring(full.lastIndexOf('.') + 1);
		if (known.containsKey(name)) {
			doors.addAll(known.get(name));
		}
		else {
			unknown.add(name);
		}
	}

	private static Map.Entry<String, List<Door>> opens(String filter, Door... doors) {
		return Map.entry(filter, List.of(doors));
	}

}
