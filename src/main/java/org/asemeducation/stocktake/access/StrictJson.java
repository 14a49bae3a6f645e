package org.asemeducation.stocktake.access;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.io.IOContext;

import org.springframework.boot.autoconfigure.jackson.Jackson2ObjectMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Refuses JSON whose texts could not be kept as they are, and JSON that is nested deeper
 * or longer than any form of ours: before anything is made of it. What is missing from a
 * list is left out of it.
 */
@Configuration(proxyBeanMethods = false)
class StrictJson {

	private static final int DEEPEST = 100;

	@Bean
	Jackson2ObjectMapperBuilderCustomizer strictReading() {
		return (builder) -> {
			JsonFactory factory = new CheckingFactory();
			factory.setStreamReadConstraints(StreamReadConstraints.builder()
				.maxNestingDepth(DEEPEST)
				.maxDocumentLength(PlainRequests.LONGEST_JSON)
				.build());
			builder.factory(factory);
			builder
				.postConfigurer((mapper) -> mapper.setDefaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.SKIP)));
		};
	}

	private static final class CheckingFactory extends JsonFactory {

		private static final long serialVersionUID = 1L;

		@Override
		protected JsonParser _createParser(InputStream in, IOContext context) throws IOException {
			return new KeepableTextParser(super._createParser(in, context));
		}

		@Override
		protected JsonParser _createParser(Reader reader, IOContext context) throws IOException {
			return new KeepableTextParser(super._createParser(reader, context));
		}

		@Override
		protected JsonParser _createParser(char[] data, int offset, int length, IOContext context, boolean recyclable)
				throws IOException {
			return new KeepableTextParser(super._createParser(data, offset, length, context, recyclable));
		}

		@Override
		protected JsonParser _createParser(byte[] data, int offset, int length, IOContext context) throws IOException {
			return new KeepableTextParser(super._createParser(data, offset, length, context));
		}

	}

}
