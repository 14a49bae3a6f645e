package org.asemeducation.stocktake.access.provider;

import java.io.Serializable;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/**
 * Who signed in with the provider: our user. It lives in the session, so it is small;
 * beside the user it keeps the provider's token, which is shown to it when signing out,
 * and nothing else that the provider tells.
 */
final class ProviderUser implements OidcUser, Serializable {

	private static final long serialVersionUID = 1L;

	private final String userId;

	private final String idToken;

	ProviderUser(String userId, String idToken) {
		this.userId = userId;
		this.idToken = idToken;
	}

	@Override
	public String getName() {
		return this.userId;
	}

	String idToken() {
		return this.idToken;
	}

	@Override
	public OidcIdToken getIdToken() {
		return new OidcIdToken(this.idToken, null, null, Map.of("sub", this.userId));
	}

	@Override
	public Map<String, Object> getClaims() {
		return Map.of();
	}

	@Override
	public Map<String, Object> getAttributes() {
		return Map.of();
	}

	@Override
	public @Nullable OidcUserInfo getUserInfo() {
		return null;
	}

	@Override
	public Collection<? extends GrantedAuthority> getAuthorities() {
		return List.of();
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof ProviderUser user && user.userId.equals(this.userId);
	}

	@Override
	public int hashCode() {
		return this.userId.hashCode();
	}

	@Override
	public String toString() {
		return this.userId;
	}

}
