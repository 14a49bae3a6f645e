package org.asemeducation.stocktake.access;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import org.asemeducation.stocktake.access.provider.ProviderSignOut;
import org.asemeducation.stocktake.engine.ClosedDoors;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/**
 * One sign-in before everything: a chain for Camunda's web applications, which bring
 * their own token and headers, and a chain for our own pages and interfaces.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class WebSecurity {

	private static final PathPatternRequestMatcher.Builder PATH = PathPatternRequestMatcher.withDefaults();

	private final SignIn signIn;

	private final ProviderSignOut providerSignOut;

	private final Accounts accounts;

	private final Refusals refusals;

	private final boolean secureCookies;

	WebSecurity(SignIn signIn, ProviderSignOut providerSignOut, Accounts accounts, Refusals refusals,
			@Value("${stocktake.secure-cookies:true}") boolean secureCookies) {
		this.signIn = signIn;
		this.providerSignOut = providerSignOut;
		this.accounts = accounts;
		this.refusals = refusals;
		this.secureCookies = secureCookies;
	}

	@Bean
	@Order(1)
	SecurityFilterChain camundaApplications(HttpSecurity http) throws Exception {
		return common(http, deepLinks()).securityMatcher(PATH.matcher("/camunda/**"))
			.addFilterBefore(new ClosedDoors(), SecurityContextHolderFilter.class)
			.csrf(AbstractHttpConfigurer::disable)
			.headers(AbstractHttpConfigurer::disable)
			.authorizeHttpRequests((requests) -> requests.anyRequest().authenticated())
			.logout((logout) -> logout
				.logoutRequestMatcher(PATH.matcher(HttpMethod.POST, "/camunda/api/admin/auth/user/{engine}/logout"))
				.logoutSuccessHandler(new SignedOutOfCamunda(this.secureCookies, this.providerSignOut)))
			.build();
	}

	@Bean
	@Order(2)
	SecurityFilterChain pages(HttpSecurity http) throws Exception {
		RequestCache deepLinks = deepLinks();
		this.signIn.addTo(http, deepLinks);
		return common(http, deepLinks)
			.csrf((csrf) -> csrf.csrfTokenRepository(FormTokens.inCookie(this.secureCookies))
				.csrfTokenRequestHandler(FormTokens.sentWhereNeeded()))
			.headers((headers) -> headers.defaultsDisabled().cacheControl(Customizer.withDefaults()))
			.authorizeHttpRequests((requests) -> requests
				.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
				.permitAll()
				.requestMatchers(PATH.matcher(HttpMethod.GET, "/desk/proposals"),
						PATH.matcher(HttpMethod.GET, "/desk/proposals/{id:[0-9]+}"))
				.authenticated()
				.requestMatchers(PATH.matcher("/desk/**"))
				.access(secretariat())
				.requestMatchers(PATH.matcher("/reports/*/draft"), PATH.matcher("/reports/*/draft.*"),
						PATH.matcher("/reports/*/draft/**"), PATH.matcher("/reports/*/comments"),
						PATH.matcher("/reports/*/comments.csv"), PATH.matcher("/reports/*/rounds/**"))
				.authenticated()
				.requestMatchers(PATH.matcher("/"), PATH.matcher("/login"), PATH.matcher("/invitation/**"),
						PATH.matcher("/password-reset/**"), PATH.matcher("/proposal/**"),
						PATH.matcher("/api/invited-proposals/**"), PATH.matcher("/stocktake/**"),
						PATH.matcher("/reports/**"), PATH.matcher(HttpMethod.GET, "/initiatives/**"),
						PATH.matcher(HttpMethod.GET, "/api/reports"), PATH.matcher(HttpMethod.GET, "/api/reports/*"),
						PATH.matcher("/calendar/**"), PATH.matcher("/favicon.ico"))
				.permitAll()
				.anyRequest()
				.authenticated())
			.logout((logout) -> logout.logoutSuccessHandler(new SignedOutHere(this.providerSignOut)))
			.build();
	}

	private HttpSecurity common(HttpSecurity http, RequestCache deepLinks) throws Exception {
		return http.addFilterAfter(this.signIn.guard(), SecurityContextHolderFilter.class)
			.requestCache((cache) -> cache.requestCache(deepLinks))
			.exceptionHandling(
					(refused) -> refused.authenticationEntryPoint(this.refusals).accessDeniedHandler(this.refusals));
	}

	private static RequestCache deepLinks() {
		HttpSessionRequestCache deepLinks = new HttpSessionRequestCache();
		deepLinks.setRequestMatcher(WebSecurity::isPageOpenedByPerson);
		deepLinks.setMatchingRequestParameterName(null);
		return deepLinks;
	}

	private static boolean isPageOpenedByPerson(HttpServletRequest request) {
		String accept = request.getHeader("Accept");
		return request.getMethod().equals("GET") && accept != null && accept.contains("text/html")
				&& !Refusals.isInterface(request);
	}

	private AuthorizationManager<RequestAuthorizationContext> secretariat() {
		return (person, request) -> new AuthorizationDecision(
				this.accounts.groupsOf(person.get().getName()).contains(Person.SECRETARIAT));
	}

}
