package org.asemeducation.stocktake.engine;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaTaskListener;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/**
 * What the models promise the code and the code the models: every bean, form and called
 * process that a model names exists, every user task has a stage that speaks for it,
 * every step is called as its bean is. Looked at whenever Stocktake starts, exploded or
 * from the jar.
 */
@Component
class ModelContract {

	private static final Pattern BEAN = Pattern.compile("\\$\\{([a-z][A-Za-z]*)}");

	private static final String FORM = "embedded:deployment:";

	private final BeanFactory beans;

	private final TaskRules rules;

	ModelContract(BeanFactory beans, TaskRules rules) {
		this.beans = beans;
		this.rules = rules;
	}

	/**
	 * What does not hold.
	 * @param resources models and forms by their names
	 * @return one sentence each, none when all holds
	 */
	List<String> breaches(Map<String, Resource> resources) {
		Map<String, BpmnModelInstance> models = resources.entrySet()
			.stream()
			.filter((entry) -> entry.getKey().endsWith(".bpmn"))
			.collect(Collectors.toMap(Map.Entry::getKey, (entry) -> read(entry.getKey(), entry.getValue())));
		Set<String> processes = models.values()
			.stream()
			.flatMap((model) -> model.getModelElementsByType(Process.class).stream())
			.map(Process::getId)
			.collect(Collectors.toCollection(TreeSet::new));
		List<String> breaches = new ArrayList<>();
		if (!processes.equals(ModelDeployment.PROCESSES)) {
			breaches.add("the models are %s, but the code knows %s".formatted(processes,
					new TreeSet<>(ModelDeployment.PROCESSES)));
		}
		models.forEach((name, model) -> {
			each(model, ServiceTask.class, (task) -> checkStep(name, task, breaches));
			each(model, UserTask.class, (task) -> {
				checkForm(name, task.getId(), task.getCamundaFormKey(), resources.keySet(), breaches);
				if (!this.rules.know(task.getId())) {
					breaches.add("%s: no stage speaks for %s".formatted(name, task.getId()));
				}
			});
			each(model, CamundaTaskListener.class, (listener) -> checkBean(name,
					listener.getCamundaDelegateExpression(), TaskListener.class, breaches));
			each(model, StartEvent.class, (start) -> {
				if (start.getCamundaFormKey() != null) {
					checkForm(name, start.getId(), start.getCamundaFormKey(), resources.keySet(), breaches);
				}
			});
			each(model, CallActivity.class, (call) -> {
				if (!processes.contains(call.getCalledElement())) {
					breaches.add("%s: %s calls %s, which is no model".formatted(name, call.getId(),
							call.getCalledElement()));
				}
			});
		});
		return breaches;
	}

	private void checkStep(String name, ServiceTask task, List<String> breaches) {
		String bean = checkBean(name, task.getCamundaDelegateExpression(), JavaDelegate.class, breaches);
		String spoken = camelCase(task.getName());
		if (!spoken.equals(bean) || !task.getId().equals("serviceTask_" + bean)) {
			breaches.add("%s: \"%s\", %s and the bean %s should say the same words".formatted(name, task.getName(),
					task.getId(), bean));
		}
	}

	private String checkBean(String name, @Nullable String expression, Class<?> type, List<String> breaches) {
		Matcher bean = BEAN.matcher((expression != null) ? expression : "");
		if (!bean.matches()) {
			breaches.add("%s: \"%s\" does not name a bean".formatted(name, expression));
			return "";
		}
		if (!this.beans.containsBean(bean.group(1)) || !this.beans.isTypeMatch(bean.group(1), type)) {
			breaches.add("%s: there is no %s of the name %s".formatted(name, type.getSimpleName(), bean.group(1)));
		}
		return bean.group(1);
	}

	private static void checkForm(String name, String element, @Nullable String key, Collection<String> resources,
			List<String> breaches) {
		if (key == null || !key.startsWith(FORM) || !resources.contains(key.substring(FORM.length()))) {
			breaches.add("%s: the form %s of %s is not deployed with it".formatted(name, key, element));
		}
	}

	private static <E extends ModelElementInstance> void each(BpmnModelInstance model, Class<E> type,
			Consumer<E> check) {
		model.getModelElementsByType(type).forEach(check);
	}

	private static String camelCase(String label) {
		StringBuilder spoken = new StringBuilder();
		for (String word : label.split(" ")) {
			spoken.append(
					spoken.isEmpty() ? Character.toLowerCase(word.charAt(0)) : Character.toUpperCase(word.charAt(0)))
				.append(word.substring(1));
		}
		return spoken.toString();
	}

	private static BpmnModelInstance read(String name, Resource resource) {
		try (InputStream content = resource.getInputStream()) {
			return Bpmn.readModelFromStream(content);
		}
		catch (IOException ex) {
			throw new IllegalStateException("The model %s cannot be read.".formatted(name), ex);
		}
	}

}
