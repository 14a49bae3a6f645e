package org.asemeducation.stocktake.access.provider;

import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.asemeducation.stocktake.engine.PublicUrl;
import org.jspecify.annotations.Nullable;

import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

/**
 * The way in through the provider, where one is configured.
 */
@Component
public class ProviderSignIn {

	private static final Duration PATIENCE = Duration.ofSeconds(5);

	private final ProviderSettings settings;

	private final Provider provider;

	private final RestTemplate http;

	private final Clock clock;

	ProviderSignIn(ProviderSettings settings, PublicUrl publicUrl, Clock clock) {
		this.settings = settings;
		this.http = new RestTemplate(requests());
		this.provider = new Provider(settings, publicUrl, this.http, clock);
		this.clock = clock;
	}

	private static JdkClientHttpRequestFactory requests() {
		JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(
				HttpClient.newBuilder().connectTimeout(PATIENCE).build());
		requests.setReadTimeout(PATIENCE);
		return requests;
	}

	public boolean isConfigured() {
		return this.settings.isConfigured();
	}

	/**
	 * How people call the account that they sign in with.
	 */
	public String label() {
		return this.settings.label();
	}

	/**
	 * Adds it to our pages.
	 * @param http what is being built
	 * @param back where to go then
	 * @param register who is who
	 */
	public void addTo(HttpSecurity http, AuthenticationSuccessHandler back, UsersByAddress register) throws Exception {
		if (!isConfigured()) {
			return;
		}
		ClientRegistrationRepository providers = (id) -> Provider.ID.equals(id) ? this.provider.registration() : null;
		ProviderRefusals refusals = new ProviderRefusals(label());
		RegisteredUsers users = new RegisteredUsers(new Admission(register, this.settings), this.settings.trustEmails(),
				this.http);
		http.oauth2Login((login) -> {
			login.clientRegistrationRepository(providers)
				.authorizedClientRepository(new NoTokensKept())
				.loginPage("/login")
				.authorizationEndpoint(
						(asking) -> asking.authorizationRequestResolver(new AuthorizationRequests(providers)))
				.tokenEndpoint((token) -> token.accessTokenResponseClient(codes()))
				.userInfoEndpoint((information) -> information.oidcUserService(users))
				.authenticationDetailsSource((request) -> null)
				.successHandler(back)
				.failureHandler(refusals);
			login.addObjectPostProcessor(new ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter>() {
				@Override
				public <O extends OAuth2AuthorizationRequestRedirectFilter> O postProcess(O filter) {
					filter.setAuthenticationFailureHandler(refusals);
					return filter;
				}
			});
		});
	}

	IdTokens idTokens() {
		return new IdTokens(this.http, this.clock);
	}

	private RestClientAuthorizationCodeTokenResponseClient codes() {
		RestClientAuthorizationCodeTokenResponseClient codes = new RestClientAuthorizationCodeTokenResponseClient();
		codes.setRestClient(RestClient.builder().requestFactory(requests()).messageConverters((converters) -> {
			converters.clear();
			converters.add(new FormHttpMessageConverter());
			converters.add(new OAuth2AccessTokenResponseHttpMessageConverter());
		}).defaultStatusHandler(new OAuth2ErrorResponseErrorHandler()).build());
		return codes;
	}

	/**
	 * The part of the link after "#" that the person came with, to be used once.
	 * @param request at hand
	 * @return with the "#"; empty when there is none
	 */
	public static String place(HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		Object place = (session != null) ? session.getAttribute(AuthorizationRequests.PLACE) : null;
		if (session == null || place == null) {
			return "";
		}
		session.removeAttribute(AuthorizationRequests.PLACE);
		return place.toString();
	}

	/**
	 * Why the last attempt came to nothing, to be said once.
	 * @param request of the sign-in page
	 * @return one sentence; {@code null} when there is nothing to say
	 */
	public @Nullable String refusal(HttpServletRequest request) {
		return ProviderRefusals.take(request);
	}

	Provider provider() {
		return this.provider;
	}

}
