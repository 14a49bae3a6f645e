package org.asemeducation.stocktake.watch.log;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.KeyValuePair;

/**
 * Stands before an appender, whatever it writes to and in whatever form, and hands it
 * each line as the log may show it.
 */
final class DiscreetLines extends UnsynchronizedAppenderBase<ILoggingEvent> {

	private final Appender<ILoggingEvent> appender;

	DiscreetLines(Appender<ILoggingEvent> appender) {
		this.appender = appender;
		setContext(appender.getContext());
		setName(appender.getName());
	}

	@Override
	protected void append(ILoggingEvent line) {
		this.appender.doAppend(discreet(line));
	}

	/** Its end is the appender's. */
	@Override
	public void stop() {
		super.stop();
		this.appender.stop();
	}

	private static ILoggingEvent discreet(ILoggingEvent line) {
		return (ILoggingEvent) Proxy.newProxyInstance(ILoggingEvent.class.getClassLoader(),
				new Class<?>[] { ILoggingEvent.class }, (proxy, method, arguments) -> answer(line, method, arguments));
	}

	private static @Nullable Object answer(ILoggingEvent line, Method method, Object @Nullable [] arguments)
			throws Throwable {
		return switch (method.getName()) {
			case "getMessage", "getFormattedMessage", "toString" ->
				Discretion.words(line.getFormattedMessage(), line.getThrowableProxy());
			case "getArgumentArray" -> null;
			case "getThrowableProxy" -> DiscreetException.of(line.getThrowableProxy());
			case "getKeyValuePairs" -> pairs(line);
			case "getMDCPropertyMap", "getMdc" -> Map.of();
			default -> call(line, method, arguments);
		};
	}

	private static @Nullable List<KeyValuePair> pairs(ILoggingEvent line) {
		List<KeyValuePair> pairs = line.getKeyValuePairs();
		return (pairs == null) ? null
				: pairs.stream()
					.map((pair) -> new KeyValuePair(pair.key,
							(pair.value instanceof Number) ? pair.value
									: Discretion.words(String.valueOf(pair.value), line.getThrowableProxy())))
					.toList();
	}

	private static @Nullable Object call(ILoggingEvent line, Method method, Object @Nullable [] arguments)
			throws Throwable {
		try {
			return method.invoke(line, arguments);
		}
		catch (InvocationTargetException ex) {
			throw ex.getCause();
		}
	}

}
