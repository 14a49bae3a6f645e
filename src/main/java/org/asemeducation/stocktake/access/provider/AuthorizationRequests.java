package org.asemeducation.stocktake.access.provider;

import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/**
 * Where a person is sent to sign in: with state, nonce and a code challenge. The part of
 * their link after "#", which servers never see, is told by the sign-in page and kept in
 * the session meanwhile.
 */
class AuthorizationRequests implements OAuth2AuthorizationRequestResolver {

	static final String PLACE = "stocktake.place";

	private static final Pattern FRAGMENT = Pattern.compile("#[\\x21-\\x7e]{1,500}");

	private final DefaultOAuth2AuthorizationRequestResolver usual;

	AuthorizationRequests(ClientRegistrationRepository providers) {
		this.usual = new DefaultOAuth2AuthorizationRequestResolver(providers,
				OAuth2AuthorizationRequestRedirectFilter.DEFAULT_AUTHORIZATION_REQUEST_BASE_URI);
		this.usual.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
	}

	@Override
	public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
		return started(request, this.usual.resolve(request));
	}

	@Override
	public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String provider) {
		return started(request, this.usual.resolve(request, provider));
	}

	private static @Nullable OAuth2AuthorizationRequest started(HttpServletRequest request,
			@Nullable OAuth2AuthorizationRequest asking) {
		if (asking == null) {
			return null;
		}
		String place = request.getParameter("place");
		boolean usable = place != null && FRAGMENT.matcher(place).matches();
		request.getSession().setAttribute(PLACE, usable ? place : "");
		if (request.getParameter("another") == null) {
			return asking;
		}
		return OAuth2AuthorizationRequest.from(asking)
			.additionalParameters((more) -> more.put("prompt", "select_account"))
			.build();
	}

}
