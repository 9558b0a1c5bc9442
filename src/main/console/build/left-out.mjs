// Stands for a module of the modeler that the console does without.
export default {};
export const CopyAsImageModule = {};
