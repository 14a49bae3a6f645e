package org.asemeducation.stocktake.watch.log;

import java.util.Arrays;

import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import org.jspecify.annotations.Nullable;

/**
 * An exception as the log shows it: what it was and where, and only those of its words
 * that {@link Discretion} lets through.
 */
final class DiscreetException implements IThrowableProxy {

	private final IThrowableProxy thrown;

	private DiscreetException(IThrowableProxy thrown) {
		this.thrown = thrown;
	}

	static @Nullable IThrowableProxy of(@Nullable IThrowableProxy thrown) {
		return (thrown == null || thrown instanceof DiscreetException) ? thrown : new DiscreetException(thrown);
	}

	@Override
	public String getMessage() {
		return Discretion.words(this.thrown);
	}

	@Override
	public @Nullable String getOverridingMessage() {
		return (this.thrown.getOverridingMessage() != null) ? getClassName() + ": " + getMessage() : null;
	}

	@Override
	public String getClassName() {
		return this.thrown.getClassName();
	}

	@Override
	public StackTraceElementProxy[] getStackTraceElementProxyArray() {
		return this.thrown.getStackTraceElementProxyArray();
	}

	@Override
	public int getCommonFrames() {
		return this.thrown.getCommonFrames();
	}

	@Override
	public @Nullable IThrowableProxy getCause() {
		return of(this.thrown.getCause());
	}

	@Override
	public IThrowableProxy[] getSuppressed() {
		return Arrays.stream(this.thrown.getSuppressed()).map(DiscreetException::of).toArray(IThrowableProxy[]::new);
	}

	@Override
	public boolean isCyclic() {
		return this.thrown.isCyclic();
	}

}
