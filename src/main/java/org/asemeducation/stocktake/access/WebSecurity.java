package org.asemeducation.stocktake.access;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import org.asemeducation.stocktake.engine.ClosedDoors;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/**
 * One sign-in before everything: a chain for Camunda's web applications, which bring
 * their own token and headers, and a chain for our own pages and interfaces.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class WebSecurity {

	private static final PathPatternRequestMatcher.Builder PATH = PathPatternRequestMatcher.withDefaults();

	private static final String POLICY = "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none';"
			+ " form-action 'self'; frame-ancestors 'none'";

	private final PasswordSignIn passwords;

	private final Contacts contacts;

	private final Accounts accounts;

	private final Refusals refusals;

	private final boolean secureCookies;

	WebSecurity(PasswordSignIn passwords, Contacts contacts, Accounts accounts, Refusals refusals,
			@Value("${stocktake.secure-cookies:true}") boolean secureCookies) {
		this.passwords = passwords;
		this.contacts = contacts;
		this.accounts = accounts;
		this.refusals = refusals;
		this.secureCookies = secureCookies;
	}

	@Bean
	@Order(1)
	SecurityFilterChain camundaApplications(HttpSecurity http) throws Exception {
		return common(http).securityMatcher(PATH.matcher("/camunda/**"))
			.addFilterBefore(new ClosedDoors(), SecurityContextHolderFilter.class)
			.csrf(AbstractHttpConfigurer::disable)
			.headers(AbstractHttpConfigurer::disable)
			.authorizeHttpRequests((requests) -> requests.anyRequest().authenticated())
			.logout((logout) -> logout
				.logoutRequestMatcher(PATH.matcher(HttpMethod.POST, "/camunda/api/admin/auth/user/{engine}/logout"))
				.logoutSuccessHandler(new SignedOutOfCamunda(this.secureCookies)))
			.build();
	}

	@Bean
	@Order(2)
	SecurityFilterChain pages(HttpSecurity http) throws Exception {
		return common(http)
			.csrf((csrf) -> csrf.csrfTokenRepository(tokens()).csrfTokenRequestHandler(sentWithEveryAnswer()))
			.headers((headers) -> headers.contentSecurityPolicy((policy) -> policy.policyDirectives(POLICY))
				.referrerPolicy((referrer) -> referrer.policy(ReferrerPolicy.SAME_ORIGIN)))
			.authorizeHttpRequests((requests) -> requests
				.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
				.permitAll()
				.requestMatchers(PATH.matcher("/desk/**"))
				.access(secretariat())
				.requestMatchers(PATH.matcher("/reports/*/draft"), PATH.matcher("/reports/*/draft.*"),
						PATH.matcher("/reports/*/comments"))
				.authenticated()
				.requestMatchers(PATH.matcher("/"), PATH.matcher("/login"), PATH.matcher("/invitation/**"),
						PATH.matcher("/stocktake/**"), PATH.matcher("/reports/**"), PATH.matcher("/favicon.ico"))
				.permitAll()
				.anyRequest()
				.authenticated())
			.formLogin((form) -> form.loginPage("/login")
				.usernameParameter("account")
				.passwordParameter("password")
				.failureUrl("/login?failed"))
			.logout((logout) -> logout.logoutSuccessUrl("/login?signed-out"))
			.build();
	}

	private HttpSecurity common(HttpSecurity http) throws Exception {
		HttpSessionRequestCache deepLinks = new HttpSessionRequestCache();
		deepLinks.setRequestMatcher(WebSecurity::isPageOpenedByPerson);
		deepLinks.setMatchingRequestParameterName(null);
		return http.authenticationProvider(this.passwords)
			.addFilterAfter(new ActiveAccountFilter(this.contacts), SecurityContextHolderFilter.class)
			.requestCache((cache) -> cache.requestCache(deepLinks))
			.exceptionHandling(
					(refused) -> refused.authenticationEntryPoint(this.refusals).accessDeniedHandler(this.refusals));
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

	private CookieCsrfTokenRepository tokens() {
		CookieCsrfTokenRepository tokens = CookieCsrfTokenRepository.withHttpOnlyFalse();
		tokens.setCookieName("STOCKTAKE-CSRF");
		tokens.setHeaderName("X-STOCKTAKE-CSRF");
		tokens.setCookiePath("/");
		tokens.setCookieCustomizer((cookie) -> cookie.sameSite("Lax").secure(this.secureCookies));
		return tokens;
	}

	private static CsrfTokenRequestAttributeHandler sentWithEveryAnswer() {
		CsrfTokenRequestAttributeHandler handler = new CsrfTokenRequestAttributeHandler();
		handler.setCsrfRequestAttributeName(null);
		return handler;
	}

}
