package dev.processsync.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.processsync.policy.Known.Text;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.asm.ClassReader;
import org.springframework.asm.ClassVisitor;
import org.springframework.asm.MethodVisitor;
import org.springframework.asm.Opcodes;
import org.xml.sax.helpers.AttributesImpl;

/**
 * Everything that the engine's parser can ask a model for is known to the policy. A later engine
 * that asks for more fails here; until somebody decides, it finds nothing.
 */
class EngineReadingsTest {

  private static final String ELEMENT = Element.class.getName().replace('.', '/');

  /** What the engine would read and no model may have. */
  private static final Set<String> REFUSED =
      Set.of(
          """
          async calledElementTenantId caseBinding caseRef caseTenantId caseVersion class
          config constraint datePattern decisionRef decisionRefBinding decisionRefTenantId
          decisionRefVersion decisionRefVersionTag defaultValue dst dstExpr event
          executionListener field formData formField formHandlerClass formKey formProperty
          importType label language link linkExpr mapDecisionResult potentialStarter readable
          required resource resultVariableName scriptFormat src srcExpr string stringValue
          taskListener tenantId validation variable variableMappingClass
          variableMappingDelegateExpression version writable
          """
              .strip()
              .split("\\s+", -1));

  /** Words in the parser that are values, names of its own things, or parts of messages. */
  private static final Set<String> NO_NAMES =
      Set.of(
          """
          Event active activity all assignment boundaryConditional boundaryError
          boundaryEscalation boundaryMessage boundarySignal boundaryTimer cancelBoundaryCatch
          cancelEndEvent cleanEnv command compensationBoundaryCatch compensationEndEvent
          compensationHandler compensationStartEvent complete conditionText
          conditionalStartEvent configuration consumesCompensation create datasource date
          delete deployment disabled enabled end enum errorEndEvent errorStartEvent
          escalationEndEvent escalationStartEvent eventJobDeclarations external false html
          inactive initiatorVariableName intermediateCompensationThrowEvent
          intermediateConditional intermediateEscalationThrowEvent intermediateLinkCatch
          intermediateMessageCatch intermediateMessageThrowEvent intermediateNoneThrowEvent
          intermediateSignalCatch intermediateSignalThrow intermediateTimer isMultiInstance
          juel latest line mail messageEndEvent messageJobDeclaration messageStartEvent
          multiInstanceBody no noneEndEvent off on plugin plugins redirectError shell
          signalEndEvent signalStartEvent start startTimerEvent terminateEndEvent text
          throwsCompensation timeout timerStart to true update validator variableDeclarations
          wait yes
          """
              .strip()
              .split("\\s+", -1));

  @Test
  void thePolicyKnowsEveryNameThatTheEnginesParserKnows() throws Exception {
    Set<String> unknown = new TreeSet<>(namesInTheParser());

    unknown.removeAll(namesInThePolicy());
    unknown.removeAll(REFUSED);
    unknown.removeAll(NO_NAMES);

    assertThat(unknown).isEmpty();
  }

  static Set<String> refused() {
    return REFUSED;
  }

  @ParameterizedTest
  @MethodSource("refused")
  void whatTheEngineWouldReadAndNoModelMayHaveIsRefusedByName(String name) {
    for (String namespace : new String[] {Vocabulary.CAMUNDA, "http://activiti.org/bpmn"}) {
      Element task = element(Vocabulary.BPMN, "serviceTask");
      Element extensions = element(Vocabulary.BPMN, "extensionElements");
      task.add(extensions);
      extensions.add(element(namespace, name));

      assertThat(refusals(task)).as("element of " + namespace).hasSize(1);
      assertThat(refusals(element(Vocabulary.BPMN, "serviceTask", namespace, name)))
          .as("attribute of " + namespace)
          .hasSize(1);
    }
  }

  @ParameterizedTest
  @MethodSource("inTheSchemas")
  void ofWhatTheSchemasKnowTheEngineSeesOnlyWhatThePolicyKnows(String name) {
    String function = "${a.b()}";
    Element element = element(Vocabulary.BPMN, name, "", "unheardOf");
    element.appendText(function);
    List<String> refusals = new ArrayList<>();
    Element process = element(Vocabulary.BPMN, "process");
    process.add(element);

    List<Element> shown =
        new ModelPolicy(Set.of(), (reason, at) -> refusals.add(reason)).check(process).elements();

    Known known = Vocabulary.of(Vocabulary.BPMN).get(name);
    if (known == null) {
      assertThat(shown).isEmpty();
    } else {
      assertThat(shown.get(0).attributes()).isEmpty();
      assertThat(shown.get(0).getText().isEmpty()).isEqualTo(known.text() == Text.UNREAD);
      assertThat(refusals).hasSize(known.text() == Text.EXPRESSION ? 1 : 0);
    }
  }

  /** Every element of BPMN. */
  static Stream<String> inTheSchemas() throws IOException {
    try (InputStream schema = BpmnParse.class.getResourceAsStream("Semantic.xsd")) {
      Objects.requireNonNull(schema);
      return Pattern.compile("<xsd:element name=\"(\\w+)\"")
          .matcher(new String(schema.readAllBytes(), StandardCharsets.UTF_8))
          .results()
          .map(found -> found.group(1))
          .distinct();
    }
  }

  private static List<String> refusals(Element model) {
    List<String> refusals = new ArrayList<>();
    new ModelPolicy(Set.of(), (reason, at) -> refusals.add(reason)).check(model);
    return refusals;
  }

  private static Element element(String namespace, String name) {
    return new Element(namespace, name, name, new AttributesImpl(), null);
  }

  private static Element element(
      String namespace, String name, String attributeNamespace, String attribute) {
    AttributesImpl attributes = new AttributesImpl();
    attributes.addAttribute(attributeNamespace, attribute, attribute, "CDATA", "x");
    return new Element(namespace, name, name, attributes, null);
  }

  private static Set<String> namesInThePolicy() {
    Set<String> names = new HashSet<>(Vocabulary.ATTRIBUTES);
    Stream.of(
            Vocabulary.BPMN,
            Vocabulary.CAMUNDA,
            "http://www.omg.org/spec/BPMN/20100524/DI",
            "http://www.omg.org/spec/DD/20100524/DC",
            "http://www.omg.org/spec/DD/20100524/DI")
        .map(Vocabulary::of)
        .forEach(
            elements ->
                elements.forEach(
                    (name, known) -> {
                      names.add(name);
                      names.addAll(known.literals());
                      names.addAll(known.expressions());
                    }));
    names.addAll(Vocabulary.CODE);
    names.addAll(List.of("id", "name", "delegateExpression"));
    names.addAll(Vocabulary.EXTENSIONS_BY_NAME);
    return names;
  }

  /** The constants of all classes that read a model's elements. */
  private static Set<String> namesInTheParser() throws IOException {
    Set<String> names = new TreeSet<>();
    String jar = BpmnParse.class.getProtectionDomain().getCodeSource().getLocation().getPath();
    try (JarFile engine = new JarFile(jar)) {
      engine.stream()
          .filter(entry -> entry.getName().endsWith(".class"))
          .forEach(entry -> names.addAll(names(engine, entry)));
    }
    return names;
  }

  private static Set<String> names(JarFile engine, JarEntry entry) {
    Set<String> constants = new HashSet<>();
    Set<String> read = new HashSet<>();
    try (InputStream code = engine.getInputStream(entry)) {
      new ClassReader(code)
          .accept(
              new ClassVisitor(Opcodes.ASM9) {
                @Override
                public MethodVisitor visitMethod(
                    int access, String name, String type, String signature, String[] thrown) {
                  return new MethodVisitor(Opcodes.ASM9) {
                    @Override
                    public void visitLdcInsn(Object constant) {
                      if (constant instanceof String text && text.matches("[A-Za-z]+")) {
                        constants.add(text);
                      }
                    }

                    @Override
                    public void visitMethodInsn(
                        int code, String owner, String method, String type, boolean of) {
                      if (owner.equals(ELEMENT) && method.matches("(element|attribute).*")) {
                        read.add(method);
                      }
                    }
                  };
                }
              },
              ClassReader.SKIP_DEBUG);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return read.isEmpty() ? Set.of() : constants;
  }
}
