package org.asemeducation.stocktake.engine;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaExecutionListener;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaTaskListener;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;

/**
 * Every bean that a model names exists and is of the right kind; a step's label, id and
 * bean say the same words.
 */
class StepsHaveBeans implements ModelRule {

	private static final Pattern BEAN = Pattern.compile("\\$\\{([a-z][A-Za-z]*)}");

	private final BeanFactory beans;

	StepsHaveBeans(BeanFactory beans) {
		this.beans = beans;
	}

	@Override
	public void check(Model model, Breaches breaches) {
		for (ServiceTask task : model.all(ServiceTask.class)) {
			String bean = checkBean(model, task.getId(), task.getCamundaDelegateExpression(), JavaDelegate.class,
					breaches);
			if (!Words.camelCase(task.getName()).equals(bean) || !task.getId().equals("serviceTask_" + bean)) {
				breaches.add(model, task.getId(),
						"is labelled \"%s\" and calls the bean \"%s\": label, id and bean should say the same words"
							.formatted(task.getName(), bean));
			}
		}
		for (CamundaTaskListener listener : model.all(CamundaTaskListener.class)) {
			checkBean(model, owner(listener), listener.getCamundaDelegateExpression(), TaskListener.class, breaches);
		}
		for (CamundaExecutionListener listener : model.all(CamundaExecutionListener.class)) {
			checkBean(model, owner(listener), listener.getCamundaDelegateExpression(), ExecutionListener.class,
					breaches);
		}
	}

	private String checkBean(Model model, String element, @Nullable String expression, Class<?> type,
			Breaches breaches) {
		Matcher bean = BEAN.matcher((expression != null) ? expression : "");
		if (!bean.matches()) {
			breaches.add(model, element, "does not name a bean, but \"%s\"".formatted(expression));
			return "";
		}
		if (!this.beans.containsBean(bean.group(1)) || !this.beans.isTypeMatch(bean.group(1), type)) {
			breaches.add(model, element,
					"names %s, but there is no %s of that name".formatted(bean.group(1), type.getSimpleName()));
		}
		return bean.group(1);
	}

	private static String owner(ModelElementInstance listener) {
		return listener.getParentElement().getParentElement().getAttributeValue("id");
	}

}
