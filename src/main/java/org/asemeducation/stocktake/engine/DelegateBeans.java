package org.asemeducation.stocktake.engine;

import java.util.AbstractMap;
import java.util.List;
import java.util.Set;

import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanFactory;

/**
 * The only beans that models may name: delegates and listeners, looked up when needed.
 */
class DelegateBeans extends AbstractMap<Object, Object> {

	private static final List<Class<?>> KINDS = List.of(JavaDelegate.class, TaskListener.class,
			ExecutionListener.class);

	private final BeanFactory beans;

	DelegateBeans(BeanFactory beans) {
		this.beans = beans;
	}

	@Override
	public boolean containsKey(@Nullable Object key) {
		return key instanceof String name && this.beans.containsBean(name)
				&& KINDS.stream().anyMatch((kind) -> this.beans.isTypeMatch(name, kind));
	}

	@Override
	public @Nullable Object get(@Nullable Object key) {
		return containsKey(key) ? this.beans.getBean((String) key) : null;
	}

	/**
	 * Nothing to list: the engine only asks by name.
	 */
	@Override
	public Set<Entry<Object, Object>> entrySet() {
		return Set.of();
	}

}
