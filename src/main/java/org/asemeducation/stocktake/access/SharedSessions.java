package org.asemeducation.stocktake.access;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.core.serializer.support.SerializingConverter;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;

/**
 * Keeps sessions in the database, so that any node answers any request of a person and
 * signing out ends the session on all of them.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class SharedSessions {

	/**
	 * Two requests of one person may write the same attribute in the same moment.
	 */
	@Bean
	SessionRepositoryCustomizer<JdbcIndexedSessionRepository> lastWriterWins() {
		return new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
	}

	@Bean
	ConversionService springSessionConversionService() {
		GenericConversionService conversions = new GenericConversionService();
		conversions.addConverter(Object.class, byte[].class, new SerializingConverter());
		conversions.addConverter(byte[].class, Object.class, new KnownObjects());
		return conversions;
	}

}
