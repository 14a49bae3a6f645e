package org.asemeducation.stocktake.access;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

/**
 * Lets browsers keep our scripts and styles but ask each time whether they still hold, so
 * that after an update nobody works with the old ones.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class StaticFiles {

	@Bean
	FilterRegistrationBean<ShallowEtagHeaderFilter> contentTags() {
		FilterRegistrationBean<ShallowEtagHeaderFilter> registration = new FilterRegistrationBean<>(
				new ShallowEtagHeaderFilter());
		registration.addUrlPatterns("/stocktake/*");
		return registration;
	}

}
