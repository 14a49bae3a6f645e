package org.asemeducation.stocktake.access.provider;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Spring Security looks for how tokens are checked among the beans.
 */
@Configuration(proxyBeanMethods = false)
class ProviderConfiguration {

	@Bean
	IdTokens idTokens(ProviderSignIn signIn) {
		return signIn.idTokens();
	}

}
