export const phases = {}
