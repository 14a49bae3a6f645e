package org.asemeducation.stocktake.access.provider;

import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.DefaultOAuth2UserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.util.StringUtils;
import org.springframework.web.client.RestTemplate;

/**
 * Turns what the provider tells about a person into our user. By then the token has been
 * checked: signature, issuer, audience, time and nonce.
 */
class RegisteredUsers implements OAuth2UserService<OidcUserRequest, OidcUser> {

	private final OidcUserService provider = new OidcUserService();

	private final Admission admission;

	RegisteredUsers(Admission admission, boolean trustEmails, RestTemplate http) {
		this.admission = admission;
		DefaultOAuth2UserService information = new DefaultOAuth2UserService();
		information.setRestOperations(http);
		this.provider.setOauth2UserService(information);
		this.provider.setRetrieveUserInfo((request) -> isToBeAsked(request, trustEmails));
	}

	/** The provider is asked for more only where its token leaves something open. */
	private static boolean isToBeAsked(OidcUserRequest request, boolean trustEmails) {
		String address = request.getClientRegistration().getProviderDetails().getUserInfoEndpoint().getUri();
		OidcIdToken token = request.getIdToken();
		boolean open = token.getEmail() == null || (token.getEmailVerified() == null && !trustEmails);
		return open && StringUtils.hasText(address);
	}

	@Override
	public OidcUser loadUser(OidcUserRequest request) {
		OidcUser told = this.provider.loadUser(request);
		StatedAddress stated = StatedAddress.of(request.getIdToken(), told.getUserInfo());
		return new ProviderUser(this.admission.userOf(stated), request.getIdToken().getTokenValue());
	}

}
